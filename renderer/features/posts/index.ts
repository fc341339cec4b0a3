// Posts: the list, one post, and entering one.
import type { AnyScreen } from "#ui/screen.ts";
import { newPostScreen } from "./new-post-screen.tsx";
import { postScreen } from "./post-screen.tsx";
import { postsScreen } from "./posts-screen.tsx";

export const screens: readonly AnyScreen[] = [postsScreen, newPostScreen, postScreen];
