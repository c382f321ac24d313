#!/usr/bin/env python3
"""Write roots.tsv: the organisations in the subjects of Mozilla's root certificates.

usage: roots.py OUTPUT

Needs the pinned package certifi (see PIN), and nothing else: the subject is read from the DER by hand.
One line an organisation: its name as it stands in the subject (the pattern for an issuer), country,
number of roots, and the entity of the catalogue, where OWNERS knows it. Old names stay in roots for
decades (COMODO CA Limited and The USERTRUST Network are Sectigo): OWNERS says whose they are taken to be
today; not all of it was read at a source, and the links of the entities say which was.
The output depends on the package alone.
"""
import argparse
import base64
import re
import sys
from collections import Counter
from importlib.metadata import distribution
from pathlib import Path

PIN = "2026.10.19.post1"
COUNTRY, ORGANISATION, UNIT, NAME = "550406", "55040a", "55040b", "550403"
OWNERS = {
    "Actalis S.p.A./03358520967": "actalis", "Amazon": "amazon",
    "Asseco Data Systems S.A.": "asseco-data-systems", "Unizeto Technologies S.A.": "asseco-data-systems",
    "Buypass AS-983163327": "buypass", "COMODO CA Limited": "sectigo", "Comodo CA Limited": "sectigo",
    "The USERTRUST Network": "sectigo", "Sectigo Limited": "sectigo", "D-Trust GmbH": "d-trust",
    "Deutsche Telekom Security GmbH": "deutsche-telekom-security", "Dhimyotis": "certigna-sas-formerly-dhimyotis",
    "Certigna": "certigna-sas-formerly-dhimyotis", "DigiCert Inc": "digicert", "DigiCert, Inc.": "digicert",
    "Entrust, Inc.": "entrust", "Entrust.net": "entrust", "AffirmTrust": "entrust",
    "FNMT-RCM": "fnmt-rcm", "GlobalSign": "globalsign", "GlobalSign nv-sa": "globalsign",
    "GoDaddy.com, Inc.": "godaddycom-inc", "Starfield Technologies, Inc.": "godaddycom-inc",
    "The Go Daddy Group, Inc.": "godaddycom-inc", "Google Trust Services LLC": "google-trust-services",
    "Hellenic Academic and Research Institutions CA": "hellenic-academic-and-research-institutions-ca",
    "Hellenic Academic and Research Institutions Cert. Authority": "hellenic-academic-and-research-institutions-ca",
    "IdenTrust": "identrust", "Internet Security Research Group": "internet-security-research-group",
    "Microsoft Corporation": "microsoft", "SSL Corporation": "ssl", "SwissSign AG": "swisssign",
    "Telia Finland Oyj": "telia-finland", "Telia Company AB": "telia", "QuoVadis Limited": "quovadis", "WISeKey": "oiste-foundation",
    "ACCV": "accv",
    "ANF Autoridad de Certificacion": "anf-autoridad-de-certificacion",
    "Autoridad de Certificacion Firmaprofesional CIF A62634068": "autoridad-de-certificacion-firmaprofesional",
    "BEIJING CERTIFICATE AUTHORITY": "beijing-certificate-authority",
    "CERTSIGN SA": "certsign",
    "China Financial Certification Authority": "china-financial-certification-authority",
    "Chunghwa Telecom Co., Ltd.": "chunghwa-telecom",
    "Cybertrust Japan Co., Ltd.": "cybertrust-japan",
    "Disig a.s.": "disig",
    "GUANG DONG CERTIFICATE AUTHORITY CO.,LTD.": "guang-dong-certificate-authority",
    "Hongkong Post": "hongkong-post",
    "iTrusChina Co.,Ltd.": "itruschina",
    "IZENPE S.A.": "izenpe",
    "Krajowa Izba Rozliczeniowa S.A.": "krajowa-izba-rozliczeniowa",
    "Microsec Ltd.": "microsec",
    "NAVER BUSINESS PLATFORM Corp.": "naver-business-platform",
    "NetLock Kft.": "netlock",
    "SECOM Trust Systems Co., Ltd.": "secom-trust-systems",
    "SECOM Trust Systems CO.,LTD.": "secom-trust-systems",
    "TAIWAN-CA": "taiwan-ca",
    "TrustAsia Technologies, Inc.": "trustasia-technologies",
    "Turkiye Bilimsel ve Teknolojik Arastirma Kurumu - TUBITAK": "turkiye-bilimsel-ve-teknolojik-arastirma-kurumu",
    "UniTrust": "unitrust",
    "Agence Nationale de Certification Electronique": "agence-nationale-de-certification-electronique",
    "Certainly": "certainly",
    "OISTE Foundation": "oiste-foundation", "T-Systems Enterprise Services GmbH": "deutsche-telekom-security",
}


def element(data, at):
    """Tag, first byte and end of the DER element that begins at a byte."""
    length, start = data[at + 1], at + 2
    if length & 0x80:
        count = length & 0x7F
        length, start = int.from_bytes(data[start : start + count], "big"), start + count
    return data[at], start, start + length


def children(data, start, end):
    """The elements within an element."""
    while start < end:
        tag, first, last = element(data, start)
        yield tag, first, last
        start = last


def subject(data):
    """Object identifiers and texts of the subject of a certificate."""
    _, start, end = element(data, 0)
    _, first, last = next(children(data, start, end))
    parts = [p for p in children(data, first, last) if p[0] != 0xA0]
    _, first, last = parts[4]  # after serial number, algorithm, issuer and validity
    found = {}
    for _, set_first, set_last in children(data, first, last):
        for _, pair_first, pair_last in children(data, set_first, set_last):
            (_, a, b), (tag, c, d) = children(data, pair_first, pair_last)
            text = data[c:d].decode({0x1E: "utf-16-be", 0x14: "latin-1"}.get(tag, "utf-8"))
            found.setdefault(data[a:b].hex(), text)
    return found


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("output", type=Path, help="folder in which roots.tsv is written")
    args = cli.parse_args()
    dist = distribution("certifi")
    if dist.version != PIN:
        sys.exit(f"certifi {dist.version} is installed, {PIN} is needed")
    text = Path(dist.locate_file("certifi/cacert.pem")).read_text(encoding="utf-8")
    roots = Counter()
    for body in re.findall(r"-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", text, re.S):
        names = subject(base64.b64decode(body))
        organisation = names.get(ORGANISATION) or names.get(UNIT) or names.get(NAME, "")
        roots[(organisation, names.get(COUNTRY, ""))] += 1
    lines = ["organisation\tcountry\troots\tentity"]
    for (organisation, country), count in sorted(roots.items(), key=lambda item: item[0][0].lower()):
        lines.append(f"{organisation}\t{country}\t{count}\t{OWNERS.get(organisation, '')}")
    args.output.mkdir(parents=True, exist_ok=True)
    (args.output / "roots.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
