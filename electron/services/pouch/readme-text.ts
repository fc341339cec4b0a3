// The plain words at the front of every pouch, for whoever finds one and has no Chancery at hand.
import type { PouchFor } from "./seal-pouch.ts";

export function readmeText(kind: PouchFor["kind"]): string {
  const opener =
    kind === "passphrase"
      ? "a passphrase that the sender has told the addressee by another way (JWE: PBES2-HS512+A256KW, A256GCM)"
      : "the private key of one of the devices named in header.json (JWE: ECDH-ES+A256KW on P-256, A256GCM)";
  return `This is a pouch: work sent by one office to another with Chancery.
It is sealed. To read it, open it in Chancery at the office it is for.

How it is made, for whoever has to open it without Chancery:
1. manifest.jwe is a JWE in the general JSON form (RFC 7516). It is opened by
   ${opener}.
2. What is in it is a JWS in the compact form (RFC 7515), signed with EdDSA (Ed25519).
   Its payload is JSON. The signer's public key is from.sign in that payload: compare it
   with the one the sender has introduced itself by.
3. "parts" in the manifest gives the SHA-256 of every file under segs/ and blobs/ as it lies here.
   "key" (base64url) opens each of them: AES-256-GCM; the first 12 bytes are the nonce, the last
   16 the tag, and the file's path in this archive is the associated data.
4. A file under segs/, once opened: the length of its description (4 bytes, little-endian), the
   description (JSON), 64 bytes of Ed25519 signature over the description, then raw deflate of lines
   in pairs: the header and the body of each entry of a log.
5. "blobs" in the manifest names attachments by the SHA-256 of their content.
`;
}
