import { defineClient } from "../define-client.js";

export default defineClient({
  name: "mqtt",
  docs: "https://github.com/mqttjs/MQTT.js#client",
  verified: "mqtt 5.16.0 and 4.3.8",
  modules: ["mqtt"],
  tlsOptions: [
    {
      call: ["connect", "connectAsync"],
      at: [[0], [1]],
      side: "client",
      narrowed: { where: { at: [[0]], schemes: ["wss"] }, forwards: ["rejectUnauthorized"] },
      // with a certificate of its own, `mqtt` becomes `mqtts`
      target: { at: [[0]], beside: ["protocol"], unless: ["cert", "key"] },
    },
    {
      call: ["connect", "connectAsync"],
      at: [
        [0, "wsOptions"],
        [1, "wsOptions"],
      ],
      side: "client",
      unread: { why: "`wsOptions` are those of `wss://`", where: { at: [[0]], schemes: ["mqtts", "ssl", "tls"] } },
    },
  ],
  plaintext: [
    ...["mqtt", "tcp", "ws"].map(
      (scheme) =>
        ({
          call: ["connect", "connectAsync"],
          at: [[0]],
          scheme,
          // with a certificate of its own, `mqtt` becomes `mqtts`
          unless: {
            options: [
              [1, "cert"],
              [1, "key"],
              [1, "protocol"],
            ],
          },
          effect: "none",
          remedy: scheme === "ws" ? "Use `wss://`." : "Use `mqtts://`.",
        }) as const,
    ),
  ],
});
