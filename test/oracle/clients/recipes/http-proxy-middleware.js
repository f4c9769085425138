const serve = `const server = http.createServer((request, response) => proxy(request, response, () => response.end())).listen(0);
  await new Promise((done) => server.on("listening", () => http.get({ port: server.address().port }, done)));`;

export default {
  client: "http-proxy-middleware",
  oldest: 2,
  imports: { http: "node:http" },
  calls: [
    {
      names: ["createProxyMiddleware"],
      args: [{ target: "https://service.example.com", changeOrigin: true }],
      places: [[0]],
      code: `const proxy = $NAME(ARGS);
  ${serve}`,
    },
  ],
  also: [
    {
      about: "options of the target",
      isWeak: true,
      code: `const proxy = $createProxyMiddleware({ target: { protocol: "https:", host: "service.example.com", port: 443, rejectUnauthorized: false }, changeOrigin: true });
  ${serve}`,
    },
  ],
};
