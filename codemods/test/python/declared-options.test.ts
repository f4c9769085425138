import { describe, expect, it } from "vitest";
import { judgePython } from "./judge-python.js";

const ansible = "from ansible.module_utils.basic import AnsibleModule\n";
const model = "from pydantic import BaseModel, Field\nclass Settings(BaseModel):\n";

describe("an option that verifies nothing unless its user asks for more", () => {
  it.each([
    [
      "of a module of Ansible's",
      `${ansible}module = AnsibleModule(argument_spec=dict(validate_certs=dict(type="bool", default=False)))\n`,
    ],
    ["in a dictionary", `${ansible}spec = {\n    "validate_certs": {"type": "bool", "default": False},\n}\n`],
    [
      "that a function returns",
      `${ansible}def spec():\n    return dict(\n        ssl_verify=dict(type="bool", required=False, default=False),\n    )\n`,
    ],
    ["that says the contrary", `${ansible}spec = dict(skip_ssl_verification=dict(default=True, type="bool"))\n`],
    [
      "of a command",
      `import click\n@click.option("--verify-ssl/--no-verify-ssl", default=False)\ndef main(verify_ssl): ...\n`,
    ],
    [
      "of a command, as a flag that is off",
      `import click\n@click.option("--verify-ssl", is_flag=True)\ndef main(verify_ssl): ...\n`,
    ],
    [
      "of a command, by the name of its parameter",
      `from click import option\n@option("-k", "ignore_ssl", default=True)\ndef main(ignore_ssl): ...\n`,
    ],
    ["of a model", `${model}    verify_ssl: bool = Field(default=False, description="x")\n`],
    ["of a model, at the first position", `${model}    verify_ssl: bool = Field(False)\n`],
    ["of a model, as it is", `${model}    host: str\n    verify_ssl: bool = False\n`],
    [
      "of settings",
      `import pydantic_settings\nclass Settings(pydantic_settings.BaseSettings):\n    ssl_verify: bool = False\n`,
    ],
    [
      "of a dataclass",
      `from dataclasses import dataclass, field\n@dataclass(frozen=True)\nclass Options:\n    verify_tls: bool = field(default=False)\n`,
    ],
  ])("%s", async (_, code) => {
    const { findings, asked } = await judgePython(code);
    expect(findings.map((finding) => finding.split(" ").slice(1).join(" "))).toEqual([
      "no-disabled-certificate-verification warning manual (the caller says nothing else)",
    ]);
    expect(asked).toBe(code);
  });
});

describe("an option that verifies, or that is none", () => {
  it.each([
    ["Ansible's, on", `${ansible}spec = dict(validate_certs=dict(type="bool", default=True))\n`],
    ["Ansible's, without a default", `${ansible}spec = dict(validate_certs=dict(type="bool"))\n`],
    ["of another name", `${ansible}spec = dict(verify=dict(type="bool", default=False))\n`],
    ["the same without Ansible", `spec = dict(validate_certs=dict(type="bool", default=False))\n`],
    ["a value that is a dictionary without a type", `${ansible}calls = dict(validate_certs=dict(default=False))\n`],
    [
      "a flag that asks for less",
      `import click\n@click.option("--no-verify-ssl", is_flag=True, default=False)\ndef main(no_verify_ssl): ...\n`,
    ],
    ["a text without a default", `import click\n@click.option("--verify-ssl")\ndef main(verify_ssl): ...\n`],
    [
      "an option of another package",
      `from optparse import option\n@option("--verify-ssl", default=False)\ndef main(verify_ssl): ...\n`,
    ],
    ["a model, on", `${model}    verify_ssl: bool = Field(default=True)\n`],
    ["a model without a default", `${model}    verify_ssl: bool = Field(..., description="x")\n`],
    ["a model, by what is not known", `${model}    verify_ssl: bool = Field(default=DEFAULT)\n`],
    ["an attribute of another class", `class Disk(Device):\n    verify_ssl: bool = False\n`],
    [
      "a variable of a method",
      `${model}    def check(self):\n        verify_ssl: bool = False\n        return verify_ssl\n`,
    ],
  ])("%s", async (_, code) => {
    expect((await judgePython(code)).findings).toEqual([]);
  });

  it("in a test", async () => {
    const code = `${ansible}spec = dict(validate_certs=dict(type="bool", default=False))\n`;
    expect((await judgePython(code, {}, "tests/test_spec.py")).findings).toEqual([]);
  });
});
