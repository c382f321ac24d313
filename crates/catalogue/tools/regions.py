#!/usr/bin/env python3
"""Write sites/*.yaml: one site a cloud region, one a zone where a source names it.

usage: regions.py OUTPUT [--regions TSV] [--azure LOCATIONS_JSON] [--day YYYY-MM-DD]

Needs the pinned packages botocore, oci, scaleway-core and sparecores-crawler (see PINS); they are
read as files, nothing of them is run but the constants of oci. A country is verified when two
independent sources agree: the vendor's own list in TSV and the table of sparecores-crawler, or those
that TWO names. Where they differ, the region keeps the vendor's country, unverified, and is told on
stderr. LOCATIONS_JSON is modules/cached-data/locations.tf.json of
Azure/terraform-azurerm-avm-utl-regions at 9064b20. The output depends on the input alone.
"""
import argparse
import ast
import csv
import json
import re
import sys
from importlib.metadata import distribution
from pathlib import Path

PINS = {"botocore": "1.44.8", "oci": "2.189.0", "scaleway-core": "2.12.0", "sparecores-crawler": "0.10.2"}
BRANDS = {
    "aws": "AWS", "azure": "Azure", "gcp": "Google Cloud", "google-dedicated": "Google Cloud Dedicated",
    "oracle": "Oracle Cloud", "ovhcloud": "OVHcloud", "scaleway": "Scaleway", "outscale": "3DS Outscale",
    "alibaba": "Alibaba Cloud", "tencent": "Tencent Cloud", "ibm": "IBM Cloud", "ionos": "IONOS",
    "hetzner": "Hetzner", "upcloud": "UpCloud", "s3ns": "S3NS",
}
OPERATORS = {
    "aws": "amazon-web-services", "azure": "microsoft", "gcp": "google", "oracle": "oracle", "ovhcloud": "ovh",
    "scaleway": "scaleway", "outscale": "outscale", "alibaba": "alibaba-group-holding",
    "tencent": "tencent-holdings", "ibm": "international-business-machines", "ionos": "ionos",
    "hetzner": "hetzner-online", "upcloud": "upcloud", "s3ns": "thales-cloud-securise-sas-s3ns",
}
OPERATOR_OF = {
    "aws/eusc-de-east-1": "aws-european-sovereign-cloud", "aws/cn-north-1": "beijing-sinnet-technology",
    "aws/cn-northwest-1": "ningxia-western-cloud-data-technology", "ovhcloud/hil": "ovh-us",
    "ovhcloud/vin": "ovh-us",
}
# The file of sparecores-crawler that knows a vendor, and the id of both sources together.
TWO = {
    "aws": ("_aws.py", "botocore-and-sparecores"), "azure": ("_azure.py", "azure-avm-and-sparecores"),
    "gcp": ("_gcp.py", "google-carbon-info-and-sparecores"),
}
# The vendor's page was read beside the table: the TSV names both.
READ = {
    "alibaba": ("alibabacloud.com help", "alibaba-help-and-sparecores"),
    "ovhcloud": ("OVHcloud docs", "ovhcloud-docs-and-sparecores"),
}
ONE = {
    "aws": "botocore", "azure": "azure-avm", "gcp": "google-carbon-info", "oracle": "oci-sdk",
    "ovhcloud": "ovhcloud-region-enum", "scaleway": "scaleway-core", "alibaba": "sparecores",
    "upcloud": "sparecores", "tencent": "tencent-docs", "ibm": "ibm-docs", "ionos": "ionos-provider",
    "hetzner": "hetzner-locations", "outscale": "outscale-docs", "s3ns": "s3ns-docs",
}


def package(name):
    """The folder in which a pinned package is installed."""
    dist = distribution(name)
    if dist.version != PINS[name]:
        sys.exit(f"{name} {dist.version} is installed, {PINS[name]} is needed")
    return Path(dist.locate_file(""))


def countries(path):
    """Region -> country in the literal tables of a sparecores vendor file."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Dict):
            continue
        for key, value in zip(node.keys, node.values):
            if isinstance(key, ast.Constant) and isinstance(value, ast.Dict):
                fields = literal(value)
                if "country_id" in fields:
                    found[key.value] = fields["country_id"]
        fields = literal(node)
        if "country_id" in fields and "region_id" in fields:
            found[fields["region_id"]] = fields["country_id"]
    return found


def literal(node):
    """The constants of a dictionary literal."""
    pairs = zip(node.keys, node.values)
    return {k.value: v.value for k, v in pairs if isinstance(k, ast.Constant) and isinstance(v, ast.Constant)}


def zones(args):
    """Provider/region -> codes of its zones."""
    found = {}
    if args.azure:
        for region in json.loads(args.azure.read_text(encoding="utf-8"))["locals"]["locations_cached"]["value"]:
            codes = [z["physicalZone"] for z in region.get("availabilityZoneMappings") or []]
            found["azure/" + region["name"]] = ("azure-avm", sorted(codes))
    text = (package("scaleway-core") / "scaleway_core/bridge/zone.py").read_text(encoding="utf-8")
    for code in sorted(set(re.findall(r'"([a-z]{2}-[a-z]{3}-\d)"', text))):
        found.setdefault("scaleway/" + code[:-2], ("scaleway-core", []))[1].append(code)
    return found


def listed():
    """The region codes that the vendors' own packages list: a check of the TSV."""
    data = json.loads((package("botocore") / "botocore/data/endpoints.json").read_text(encoding="utf-8"))
    aws = {code for part in data["partitions"] for code in part["regions"]}
    text = (package("oci") / "oci/regions_definitions.py").read_text(encoding="utf-8")
    return {"aws": aws, "oracle": set(re.findall(r"[\"']([a-z]{2,3}-[a-z0-9-]+-\d+)[\"']\s*:", text))}


def quoted(text):
    return '"' + text + '"' if re.search(r"[:#,\[\]{}&*!|>%@`\"']", text) else text


def country(row, tables):
    """The country of a region as YAML."""
    provider, code, value = row["provider"], row["code"], row["country"]
    source, verified = ONE.get(provider), "false"
    if provider in TWO:
        other = tables[provider].get(code)
        if other == value:
            source, verified = TWO[provider][1], DAY
        elif other:
            print(f"{provider}/{code}: {value} or {other}", file=sys.stderr)
    elif provider in READ and READ[provider][0] in row["source"]:
        source, verified = READ[provider][1], DAY
    if row["source"].startswith("unverified") or "unverified" in row["note"]:
        verified = "false"
    value = '"NO"' if value == "NO" else value
    return f"{{code: {value}" + (f", source: {source}" if source else "") + f", verified: {verified}}}"


def main():
    global DAY
    here = Path(__file__).resolve().parent
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("output", type=Path)
    cli.add_argument("--regions", type=Path, default=here / "cloud-regions.tsv")
    cli.add_argument("--azure", type=Path)
    cli.add_argument("--day", default="2026-11-29", help="day of the check")
    args = cli.parse_args()
    DAY = args.day
    vendors = package("sparecores-crawler") / "sc_crawler/vendors"
    tables = {p: countries(vendors / f) for p, (f, _) in TWO.items()}
    inside, known, files = zones(args), listed(), {}
    with args.regions.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    for provider, codes in known.items():
        missing = codes - {r["code"] for r in rows if r["provider"] == provider}
        for code in sorted(c for c in missing if "global" not in c):
            print(f"{provider}/{code}: in the package, not in the TSV", file=sys.stderr)
    for row in rows:
        provider = row["provider"]
        site = f"{provider}/{row['code'].lower()}"
        place = f" ({row['city']})" if row["city"] else ""
        lines = [f"  {site}:", f"    name: {quoted(BRANDS[provider] + place + ', ' + row['code'])}"]
        if row["country"]:
            lines.append(f"    country: {country(row, tables)}")
        operator = OPERATOR_OF.get(site)
        if row["partition"] in ("commercial", "local-zone", "finance", "closed") or provider == "s3ns":
            operator = operator or OPERATORS.get(provider)
        if operator:
            lines.append(f"    operator: [{{entity: {operator}, verified: false}}]")
        if row["partition"] != "commercial":
            lines.append(f"    description: partition {row['partition']}")
        source, codes = inside.get(site, ("", []))
        for code in codes:
            lines += [f"  {site}/{code}:", f"    name: {quoted(BRANDS[provider] + place + ', zone ' + code)}"]
            lines += [f"    within: {site}", f"    source: {source}", f"    verified: {DAY}"]
        files.setdefault(provider, []).append(lines)
    args.output.mkdir(parents=True, exist_ok=True)
    for provider, blocks in sorted(files.items()):
        for number, part in enumerate(split(blocks, 380)):
            name = provider if number == 0 else f"{provider}-{number + 1}"
            text = "sites:\n" + "".join("\n".join(lines) + "\n" for lines in part)
            (args.output / f"{name}.yaml").write_text(text, encoding="utf-8")


def split(blocks, most):
    """Blocks of lines in files of at most so many lines."""
    parts, length = [[]], 0
    for block in blocks:
        if length + len(block) > most:
            parts.append([])
            length = 0
        parts[-1].append(block)
        length += len(block)
    return parts


if __name__ == "__main__":
    main()
