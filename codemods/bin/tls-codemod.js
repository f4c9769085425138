#!/usr/bin/env node
import module from "node:module";

// there from Node 22.1 on
module.enableCompileCache?.();
const { main } = await import("../dist/program/cli.js");
process.exitCode = await main(process.argv.slice(2));
