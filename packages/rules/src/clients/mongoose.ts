import { defineClient } from "../define-client.js";
import {
  mongodbOldParameters,
  mongodbOldWords,
  mongodbParameters,
  mongodbPlaintext,
  mongodbRefuses,
  mongodbRows,
  mongodbWords,
} from "./mongodb.js";

const connections = ["connect", "createConnection", "createConnection().openUri", "connection.openUri"];

/** mongoose 5 brings the driver's major 3, 6 brings 4, 7 brings 5. */
const vocabulary = { ...mongodbWords, ...mongodbOldWords("<8", "<6") };

const parameters = { ...mongodbParameters, ...mongodbOldParameters("<8") };

export default defineClient({
  name: "mongoose",
  docs: "https://mongoosejs.com/docs/tutorials/ssl.html",
  verified: "mongoose 9.12.1, 8.24.10 and 5.13.23",
  notes: ["The options are handed to the MongoDB driver."],
  modules: ["mongoose"],
  trust: ["tlsCAFile", "ca"],
  tlsOptions: mongodbRows(vocabulary, 6, 8).map((row) => ({ call: connections, ...row })),
  connectionStrings: [
    {
      call: connections,
      at: [[0]],
      form: "url",
      anyCase: true,
      trust: ["tlsCAFile"],
      parameters,
      refuses: mongodbRefuses(8),
    },
  ],
  plaintext: [...mongodbPlaintext.map((of) => ({ call: connections, ...of }))],
});
