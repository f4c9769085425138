import { defineClient } from "../define-client.js";

export default defineClient({
  name: "mqtt",
  docs: "https://github.com/mqttjs/MQTT.js#client",
  verified: "mqtt 5.16.0",
  modules: ["mqtt"],
  tlsOptions: [
    {
      call: ["connect", "connectAsync"],
      at: [[0], [1], [0, "wsOptions"], [1, "wsOptions"]],
      side: "client",
      // with a certificate of its own, `mqtt` becomes `mqtts`
      target: { at: [[0]], beside: ["protocol"], unless: ["cert", "key"] },
    },
  ],
});
