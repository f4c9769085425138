const serve = `const server = http.createServer((request, response) => proxy.web(request, response)).listen(0);
  proxy.on("error", (error, _request, response) => response.end(error.code));
  await new Promise((done) => server.on("listening", () => http.get({ port: server.address().port }, done)));`;

export default {
  client: "http-proxy",
  since: { major: "1", why: "of 2013, with other calls" },
  imports: { http: "node:http" },
  calls: [
    {
      names: ["createProxyServer", "createServer"],
      places: [[0]],
      args: [{ target: "https://service.example.com", changeOrigin: true }],
      code: `const proxy = $NAME(ARGS);
  ${serve}`,
    },
    {
      names: ["createProxyServer"],
      places: [[0, "target"]],
      args: [{ target: { protocol: "https:", host: "service.example.com", port: 443 }, changeOrigin: true }],
      code: `const proxy = $NAME(ARGS);
  ${serve}`,
    },
  ],
};
