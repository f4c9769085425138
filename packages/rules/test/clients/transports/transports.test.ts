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

testRule("no-disabled-certificate-verification", {
  valid: [
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
