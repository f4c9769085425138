import { testRule } from "../../../../../test/harness/test-rule.js";

const mqtt = (url: string, options: string) => `import mqtt from "mqtt";\nmqtt.connect(${url}, { ${options} });`;

testRule("no-deprecated-protocol-version", {
  valid: [
    { name: "mqtt over WebSocket, at the top", code: mqtt(`"wss://mq.example"`, `minVersion: "TLSv1"`) },
    { name: "mqtt, a WebSocket's options", code: mqtt(`"mqtts://mq.example"`, `wsOptions: { minVersion: "TLSv1" }`) },
  ],
  invalid: [
    { name: "mqtt", code: mqtt(`"mqtts://mq.example"`, `minVersion: "TLSv1"`) },
    { name: "mqtt over WebSocket", code: mqtt(`"wss://mq.example"`, `wsOptions: { minVersion: "TLSv1" }`) },
    { name: "mqtt over something that is not known", code: mqtt("process.env.MQTT_URL", `minVersion: "TLSv1"`) },
  ],
});

const polling = (transports: string) =>
  `import { io } from "socket.io-client";\nio("https://a.example", { transports: ${transports}, checkServerIdentity: () => undefined });`;

testRule("no-disabled-hostname-verification", {
  valid: [{ name: "socket.io, which polls", code: polling(`["polling"]`) }],
  invalid: [
    { name: "socket.io over WebSocket", code: polling(`["websocket"]`) },
    { name: "socket.io, which begins with polling", code: polling(`["polling", "websocket"]`) },
  ],
});

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "a WebSocket of ws",
      code: `import WebSocket from "ws";\nnew WebSocket("wss://a.example", { rejectUnauthorized: true });`,
    },
  ],
  invalid: [
    {
      name: "a WebSocket of the runtime",
      code: `new WebSocket("wss://a.example", { rejectUnauthorized: false });`,
    },
    { name: "socket.io, which polls", code: polling(`["polling"]`) },
  ],
});

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "a WebSocket of the runtime",
      code: `new WebSocket("wss://a.example", { rejectUnauthorized: false });`,
    },
    {
      name: "mqtt, a WebSocket's options",
      code: mqtt(`"mqtts://mq.example"`, "wsOptions: { rejectUnauthorized: false }"),
    },
  ],
  invalid: [
    {
      name: "mqtt over WebSocket, which hands it on",
      code: mqtt(`"wss://mq.example"`, "rejectUnauthorized: false"),
    },
  ],
});
