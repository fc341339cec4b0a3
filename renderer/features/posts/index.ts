// Posts: the list, one post, entering one, and importing a list.
import type { AnyScreen } from "#ui/screen.ts";
import { importPostsScreen } from "./import-screen.tsx";
import { newPostScreen } from "./new-post-screen.tsx";
import { postScreen } from "./post-screen.tsx";
import { postsScreen } from "./posts-screen.tsx";

export const screens: readonly AnyScreen[] = [postsScreen, newPostScreen, importPostsScreen, postScreen];
