import type { Client } from "../define-client.js";
import nodeHttp2 from "./node-http2.js";
import nodeHttps from "./node-https.js";
import nodeTls from "./node-tls.js";

export const clients: readonly Client[] = [nodeHttp2, nodeHttps, nodeTls];
