const wsdl = `<definitions name="one" targetNamespace="urn:one" xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:one" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"><message name="in"><part name="a" type="x:string"/></message><message name="out"><part name="b" type="x:string"/></message><portType name="p"><operation name="ask"><input message="t:in"/><output message="t:out"/></operation></portType><binding name="b" type="t:p"><s:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/><operation name="ask"><s:operation soapAction="ask"/><input><s:body use="literal" namespace="urn:one"/></input><output><s:body use="literal" namespace="urn:one"/></output></operation></binding><service name="v"><port name="q" binding="t:b"><s:address location="https://service.example.com/"/></port></service></definitions>`;

const ask = `fs.writeFileSync("one.wsdl", ${JSON.stringify(wsdl)});
  const client = await $createClientAsync("one.wsdl");
  client.setSecurity(new $NAME(ARGS));
  await client.askAsync({ a: "1" });`;

export default {
  client: "soap",
  imports: { https: "node:https", fs: "node:fs" },
  calls: [
    {
      names: ["createClientAsync"],
      args: ["https://service.example.com/?wsdl", { wsdl_options: {} }],
      code: "await $NAME(ARGS);",
    },
    { names: ["new ClientSSLSecurity"], args: ["", "", {}], code: ask },
    { names: ["new ClientSSLSecurity"], args: ["", "", null, {}], code: ask },
  ],
  agents: [[1, "wsdl_options", "httpsAgent"]],
};
