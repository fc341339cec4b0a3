// The page may not make code from text; zod would try, so it is told before the first schema is made. Import it first.
import { z } from "zod";

z.config({ jitless: true });
