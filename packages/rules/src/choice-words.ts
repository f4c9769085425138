/** Words of a condition that holds where somebody wants less of TLS: in small letters, with blanks between them. */
export const weakening =
  /\b(insecure(ly)?|unsafe(ly)?|unverified|unchecked|untrusted|legacy|obsolete|outdated|deprecated|downgrade[ds]?|self ?signed|allow(?! half| http)|skip(ped)?|ignored?|disabled?|trust|bypass|no ?(verify|verification|check|strict|validate)|dev|devel(op(ment)?)?|localhost|loopback|127 0 0 1|is ?local|debug(ging)?|test(ing)?|staging|mock|fake|dangerous(ly)?|permissive|relax(ed)?|lenient|tolerant|lax|weak|compat(ibility)?)\b/;

export const production = /\bprod(uction)?\b/;
