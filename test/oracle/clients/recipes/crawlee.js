import { code } from "../code.js";

export default {
  shares: true,
  client: "crawlee",
  package: "@crawlee/http",
  module: "@crawlee/http",
  calls: [
    {
      names: ["new HttpCrawler"],
      args: [{ requestHandler: code`() => {}`, maxRequestRetries: 0 }],
      code: `const crawler = new $NAME(ARGS);
  await crawler.run(["https://service.example.com/"]);`,
    },
  ],
};
