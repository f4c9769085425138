import type { TSESTree } from "@typescript-eslint/types";
import { proxyWords } from "../../clients/http-proxy.js";
import type { FileView } from "../program/file-view.js";
import { guardOfCallers } from "../values/call-contexts.js";
import { layerOfWrites, type PropertyWrite } from "../values/layers.js";
import { readObject } from "../values/object-model.js";
import { propertyName } from "../values/property-name.js";
import { knownValue } from "../values/static-value.js";
import { isLookAlike } from "./look-alikes.js";
import { createTlsOptions, type TlsOptions } from "./tls-options.js";
import { startsOf } from "./unread.js";

/**
 * Options of a proxy whose server is out of sight: `{ target: "https://api.example", secure: false }` in a configuration of webpack,
 * Rspack, Rsbuild, Vue, Umi, Astro, Nuxt or Angular. `secure: false` is that of a proxy only beside such a target.
 */
export function likelyProxies(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  return program.objects.flatMap((object) => {
    if (!hasProperties(program, object)) return [];
    const { writes } = readObject(program, object);
    const secure = writes.filter((write) => write.key === "secure" && knownValue(write.program, write.value) === false);
    if (secure.length === 0 || secure.some(({ node }) => claimed.has(node)) || isLookAlike(program, object)) return [];
    if (!isProxy(writes)) return [];
    const site = {
      client: undefined,
      side: "client",
      certainty: "likely",
      scope: "connection",
      unverified: false,
      anchor: object,
      guard: guardOfCallers(program, object),
      vocabulary: proxyWords,
      forwards: [],
    } as const;
    return [createTlsOptions(site, { ...layerOfWrites(secure, false), complete: false })];
  });
}

function hasProperties(program: FileView, { properties }: TSESTree.ObjectExpression): boolean {
  const names = properties.flatMap((each) => (each.type === "Property" ? [propertyName(program, each)] : []));
  return names.includes("secure") && names.includes("target");
}

/** Names that stand beside the target of a proxy and hardly anywhere else. */
const companions =
  /^(changeOrigin|pathRewrite|pathFilter|rewrite|bypass|xfwd|autoRewrite|hostRewrite|protocolRewrite|cookie(Domain|Path)Rewrite|followRedirects|selfHandleResponse|router|onProxyRe[qs]|prependPath|ignorePath)$/;

function isProxy(writes: readonly PropertyWrite[]): boolean {
  const targets = writes.filter(({ key }) => key === "target");
  const starts = targets.flatMap(({ program, value }) => startsOf(program, value));
  if (starts.some((start) => /^(https|wss):/i.test(start))) return true;
  const isPlain = starts.length > 0 && starts.every((start) => start !== "");
  return !isPlain && writes.some(({ key }) => companions.test(key));
}
