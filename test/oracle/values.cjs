"use strict";
// Option values that JSON cannot carry travel as `{ $: kind, ... }`. Runs on the oldest release the oracle asks, hence the syntax.

var tls = require("tls");

var UNUSUAL = { undefined: undefined, nan: NaN, infinity: Infinity };

/** Functions for `checkServerIdentity`, by outcome. */
var CHECKS = {
  default: function (host, certificate) {
    return tls.checkServerIdentity(host, certificate);
  },
  "accepts-all": function () {},
  "accepts-all:null": function () {
    return null;
  },
  "accepts-all:false": function () {
    return false;
  },
  "accepts-all:zero": function () {
    return 0;
  },
  "refuses-all": function () {
    return new Error("refused");
  },
  "refuses-all:true": function () {
    return true;
  },
  "refuses-all:object": function () {
    return {};
  },
};

/** The value itself, for a call of Node. */
function decode(value) {
  if (value === null || typeof value !== "object" || !value.$) return value;
  if (value.$ === "check") return CHECKS[value.name];
  if (value.$ === "buffer") return Buffer.from(value.text);
  return UNUSUAL[value.$];
}

function decodeOptions(options) {
  var decoded = {};
  Object.keys(options).forEach(function (name) {
    decoded[name] = decode(options[name]);
  });
  return decoded;
}

/** The value as `negotiate` takes it: a check stands for its outcome. */
function describe(value) {
  if (value !== null && typeof value === "object" && value.$ === "check") return { outcome: value.name.split(":")[0] };
  return decode(value);
}

function describeOptions(options) {
  var described = {};
  Object.keys(options).forEach(function (name) {
    described[name] = describe(options[name]);
  });
  return described;
}

module.exports = {
  checks: Object.keys(CHECKS),
  decode: decode,
  decodeOptions: decodeOptions,
  describeOptions: describeOptions,
};
