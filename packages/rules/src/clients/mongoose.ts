import { defineClient } from "../define-client.js";
import {
  mongodbForwards,
  mongodbOldParameters,
  mongodbOldWords,
  mongodbParameters,
  mongodbPlaintext,
  mongodbWords,
} from "./mongodb.js";

const connections = ["connect", "createConnection", "createConnection().openUri", "connection.openUri"];

/** mongoose 5 brings the driver's major 3, 6 brings 4, 7 brings 5. */
const vocabulary = { ...mongodbWords, ...mongodbOldWords("<8", "<6") };

const parameters = { ...mongodbParameters, ...mongodbOldParameters("<8") };

export default defineClient({
  name: "mongoose",
  docs: "https://mongoosejs.com/docs/tutorials/ssl.html",
  verified: "mongoose 9.12.1 and 5.13.23",
  notes: ["The options are handed to the MongoDB driver."],
  modules: ["mongoose"],
  trust: ["tlsCAFile", "ca"],
  tlsOptions: [{ call: connections, at: [[1]], side: "client", vocabulary, forwards: mongodbForwards }],
  connectionStrings: [{ call: connections, at: [[0]], form: "url", trust: ["tlsCAFile"], parameters }],
  plaintext: [...mongodbPlaintext.map((of) => ({ call: connections, ...of }))],
});
