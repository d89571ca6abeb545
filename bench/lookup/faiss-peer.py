"""How fast is Faiss on the same codes? `faiss-peer.py flat|multihash CODES QUERIES`: tells its build time, then answers each line "COUNT" on standard input with
the processor time of so many single queries (radius 31) and the hits it found. One JSON object per line. Debian: python3-faiss, python3-numpy."""
import json
import sys
import time

import faiss
import numpy as np

kind, codes_file, queries_file = sys.argv[1:4]
codes = np.fromfile(codes_file, dtype=np.uint8).reshape(-1, 32)
queries = np.fromfile(queries_file, dtype=np.uint8).reshape(-1, 32)
faiss.omp_set_num_threads(1)

started = time.process_time()
if kind == "flat":
    index = faiss.IndexBinaryFlat(256)
else:
    # As python-threatexchange and HMA use it: 16 bands of 16 bits, one flip each.
    index = faiss.IndexBinaryMultiHash(256, 16, 16)
    index.nflip = 1
index.add(codes)
print(json.dumps({"buildMs": (time.process_time() - started) * 1000}), flush=True)

for line in sys.stdin:
    count = int(line)
    hits = []
    started = time.process_time()
    for query in queries[:count]:
        limits, _, _ = index.range_search(query.reshape(1, 32), 32)  # under 32
        hits.append(int(limits[1]))
    print(json.dumps({"ms": (time.process_time() - started) * 1000 / count, "hits": hits}), flush=True)
