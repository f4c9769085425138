/** Words of a condition that holds where somebody wants less of TLS: in small letters, with blanks between them. */
export const weakening =
  /\b(insecure(ly)?|unsafe(ly)?|unverified|unchecked|untrusted|legacy|obsolete|outdated|deprecated|downgrade[ds]?|self ?signed|allow(?! half| http)|skip(ped)?|ignored?|disabled?|trust|bypass|no ?(verify|verification|check|strict|validate)|dev|devel(op(ment)?)?|localhost|loopback|127 0 0 1|is ?local|debug(ging)?|test(ing)?|staging|mock|fake|dangerous(ly)?|permissive|relax(ed)?|lenient|tolerant|lax|weak|compat(ibility)?|unsupported protocol|wrong (ssl )?version|handshake fail(ure|ed)?|eproto)\b/;

export const production = /\bprod(uction)?\b/;

/** Words of a comment that says why something weak is there, and not what it is; or it leads to an issue or an answer that does. */
export const reasoning =
  /\b(because|since|until|only|nothing (but|else|newer)|old(er)?|legacy|outdated|broken|expired?|expires|ran out|self[- ]?signed|certs?|certificates?|authority|verif\w+|insecure|trust\w*|intercept\w*|mitm|corporate|proxy|workaround|work around|hack|fixme|todo|temporar(y|ily)|needs?|needed|requires?|required|supports?|supported|refuses|rejects?|fails?|failing|handshake|can ?not|can't|won't|does ?n[o']t|do ?n[o']t|(tls|ssl) ?v?[123](\.\d)?|node \d+|md4|openssl|vulnerab\w*|deliberate(ly)?|intentional(ly)?|on purpose)\b|\b(issues?|pull|merge_requests|tickets?|browse)\/([a-z]+-)?\d+|\bshow_bug\.cgi\?id=\d|\b(gh|bpo|issue|bug) ?[-#]#?\d+|\b(stackoverflow|stackexchange|serverfault|superuser|askubuntu)\.com\//i;

/** Words of a comment that says whom something weak is for, whatever else it says. */
export const oldPeers =
  /\b(old(er)?|legacy|outdated|broken|compat\w*|refuses?|does ?n[o']t (speak|support)|only (speaks?|supports?|accepts?|understands?))\b/i;

/** How a comment tells other scanners that what stands beside it was looked at and is meant: CodeQL, Semgrep, Sonar, Bandit, gosec, Snyk, Flake8's security rules, clang-tidy, Cppcheck, Flawfinder, Coverity. */
export const accepting =
  /\b(?:codeql|lgtm|coverity)\s*\[|\bNOLINT(?:NEXTLINE|BEGIN)?\b|\bcppcheck-suppress\b|\b(?:flawfinder|rats|its4):\s*ignore\b|\bnosemgrep\b|\bNOSONAR\b|#?\bnosec\b|\b(?:deepcode|snyk|file deepcode)[ :-]ignore\b|\bnoqa:\s*S\d+|\bDevSkim:\s*ignore\b|\bpragma:\s*allowlist\b/i;

/** Names of what tries whether a peer still takes something old, in small letters: `supports legacy`, `probe protocols`, `test weak ciphers`. */
export const probing =
  /\b(supports?|accepts?|probes?|detects?|tests?|checks?|scans?|grades?|enumerates?)( \w+)? (legacy|old|weak|deprecated|(ssl|tls)(v| )?[123]\w*|protocols?|versions?|ciphers?|suites?)\b/;
