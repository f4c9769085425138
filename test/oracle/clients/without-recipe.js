/** The clients of tables that the oracle does not run, and why. */
export const withoutRecipe = {
  "agent-base": "a class to derive agents from, which connects nothing itself",
  "@confluentinc/kafka-javascript": "native code that an install script brings, and none is run",
  "@hapi/hapi": "a server",
  couchbase: "native code with a resolver of its own, which finds no server on loopback",
  "drizzle-kit": "a program of its own that reads its settings from a file",
  electron: "a browser",
  fastify: "a server",
  "node-libcurl": "native code that an install script brings, and none is run",
  "node-rdkafka": "native code that an install script brings, and none is run",
  puppeteer: "a browser",
  restify: "a server",
  spdy: "a server; its agent fails in every Node since 12",
  vite: "a development server, whose proxy is http-proxy",
  "webpack-dev-server": "a development server, whose proxy is http-proxy-middleware",
};
