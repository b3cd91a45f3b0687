// node compress.mjs FILE TO: writes TO.br and TO.gz, as small as they get.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [file, to] = process.argv.slice(2);
const bytes = readFileSync(file);
writeFileSync(`${to}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
writeFileSync(`${to}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
