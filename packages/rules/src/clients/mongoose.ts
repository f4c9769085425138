import { defineClient } from "../define-client.js";
import { mongodbForwards, mongodbParameters, mongodbWords } from "./mongodb.js";

const connections = ["connect", "createConnection", "createConnection().openUri", "connection.openUri"];

export default defineClient({
  name: "mongoose",
  docs: "https://mongoosejs.com/docs/tutorials/ssl.html",
  verified: "mongoose 9.12.1",
  notes: ["The options are handed to the MongoDB driver."],
  modules: ["mongoose"],
  tlsOptions: [{ call: connections, at: [[1]], side: "client", vocabulary: mongodbWords, forwards: mongodbForwards }],
  connectionStrings: [{ call: connections, at: [[0]], form: "url", parameters: mongodbParameters }],
});
