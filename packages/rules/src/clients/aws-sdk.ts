import { defineClient } from "../define-client.js";
import { optionNames } from "../option-names.js";

const forwards = optionNames.filter((name) => name !== "rejectUnauthorized");

export default defineClient({
  name: "aws-sdk",
  docs: "https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/AWS/Config.html",
  verified: "aws-sdk 2.1693.0",
  notes: [
    "The SDK's own agent sets `rejectUnauthorized`, which overrides the one in `httpOptions`: only `httpOptions.agent` changes it.",
  ],
  modules: ["aws-sdk"],
  tlsOptions: [
    { construct: ["*", "*.*"], at: [[0, "httpOptions"]], side: "client", forwards },
    { call: "config.update", at: [[0, "httpOptions"]], side: "client", forwards },
  ],
});
