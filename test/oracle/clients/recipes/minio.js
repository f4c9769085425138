export default {
  client: "minio",
  since: { major: "8", why: "it asks for more than a connection first" },
  calls: [
    {
      names: ["Client().setRequestOptions"],
      args: [{}],
      code: `const client = new $Client({ endPoint: "service.example.com", useSSL: true, accessKey: "id", secretKey: "secret" });
  client.setRequestOptions(ARGS);
  await client.listBuckets();`,
    },
  ],
};
