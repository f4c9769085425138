import type { ReportFinding, ReportRepository } from "../../report.js";
import { absoluteUri, relativeUri } from "../sarif/places.js";

/** How hosts of repositories write the address of a file at a commit, by a word of the host's name. */
const views: readonly { readonly host: RegExp; readonly between: string }[] = [
  { host: /(?:^|\.)github\./, between: "/blob/" },
  { host: /(?:^|\.)gitlab\./, between: "/-/blob/" },
];

/** Where people look at a repository; undefined for one that is not on the web. */
export function webAddress(remote: string | undefined): string | undefined {
  const uri = remote === undefined ? undefined : absoluteUri(remote);
  if (uri === undefined || !/^(?:https?|ssh|git):/.test(uri)) return undefined;
  const { hostname, pathname } = new URL(uri);
  return `https://${hostname}${pathname.replace(/\.git$|\/$/, "")}`;
}

/** Where a repository shows the line of a finding: only at a commit that is known, and where the file is as it is there. */
export function sourceAddresses({
  name,
  url,
  commit,
  dirty,
}: ReportRepository): (finding: ReportFinding) => string | undefined {
  const address = webAddress(url);
  const view = views.find(({ host }) => address !== undefined && host.test(new URL(address).hostname));
  return ({ path, line, endLine, status }) => {
    if (!view || !commit || (dirty !== false && status !== "fixed")) return undefined;
    const inside = name === "." ? path : path.slice(name.length + 1);
    return `${address}${view.between}${commit}/${relativeUri(inside)}#L${line}${endLine > line ? `-L${endLine}` : ""}`;
  };
}
