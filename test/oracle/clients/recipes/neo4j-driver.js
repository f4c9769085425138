import { code } from "../code.js";

const login = code`$auth.basic("user", "secret")`;
const verify = "await $NAME(ARGS).verifyConnectivity();";
const limits = { connectionTimeout: 2000, maxTransactionRetryTime: 0 };

export default {
  client: "neo4j-driver",
  url: "bolt+s://service.example.com",
  calls: [
    { names: ["driver"], args: ["bolt://service.example.com", login, { encrypted: true, ...limits }], code: verify },
    { names: ["driver"], args: ["bolt+s://service.example.com", login], code: verify },
  ],
};
