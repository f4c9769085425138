  __key__: pair("connect", (options) => `$({ host, ${options} })`),
