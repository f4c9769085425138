import { defineClient, opposite } from "../define-client.js";

export default defineClient({
  name: "crawlee",
  docs: "https://crawlee.dev/js/api/http-crawler/interface/HttpCrawlerOptions#ignoreSslErrors",
  verified: "@crawlee/http 3.18.1",
  notes: ["Crawlers over HTTP ignore certificates unless they are given `ignoreSslErrors: false`."],
  modules: ["crawlee", "@crawlee/http", "@crawlee/cheerio", "@crawlee/jsdom", "@crawlee/linkedom"],
  trust: "process",
  tlsOptions: [
    {
      construct: ["HttpCrawler", "CheerioCrawler", "JSDOMCrawler", "LinkeDOMCrawler"],
      at: [[0]],
      side: "client",
      vocabulary: { ignoreSslErrors: { option: "rejectUnauthorized", values: opposite, unmistakable: true } },
      forwards: [],
      refuses: { error: "an ArgumentError" },
      insecureDefaults: [{ option: "rejectUnauthorized", remedy: ["ignoreSslErrors", false] }],
    },
  ],
});
