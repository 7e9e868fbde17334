package org.safecontact.handle;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Apps and sites, as they are compared. */
final class Apps {

    /** Apps that go by several names. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("snap", "snapchat"),
            Map.entry("snapchat", "snapchat"),
            Map.entry("insta", "instagram"),
            Map.entry("instagram", "instagram"),
            Map.entry("ig", "instagram"),
            Map.entry("facebook", "facebook"),
            Map.entry("fb", "facebook"),
            Map.entry("messenger", "facebook"),
            Map.entry("whatsapp", "whatsapp"),
            Map.entry("tiktok", "tiktok"),
            Map.entry("discord", "discord"),
            Map.entry("roblox", "roblox"),
            Map.entry("fortnite", "fortnite"),
            Map.entry("minecraft", "minecraft"),
            Map.entry("telegram", "telegram"),
            Map.entry("youtube", "youtube"),
            Map.entry("yt", "youtube"),
            Map.entry("twitter", "twitter"),
            Map.entry("xbox", "xbox"),
            Map.entry("playstation", "playstation"),
            Map.entry("psn", "playstation"),
            Map.entry("twitch", "twitch"),
            Map.entry("reddit", "reddit"));

    private Apps() {}

    /** The app as compared: empty where nobody said, or said more than one. */
    static String of(String written) {
        String[] words = PlainName.plain(written).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> known = new LinkedHashSet<>();
        for (int at = 0; at < words.length; at++) {
            known.add(NAMES.get(words[at]));
            known.add(at == 0 ? null : NAMES.get(words[at - 1] + words[at]));
        }
        known.remove(null);
        String letters = PlainName.folded(String.join("", words));
        if (known.size() == 1) {
            return known.iterator().next();
        }
        return known.size() > 1 || NamesNobody.says(written) ? "" : letters;
    }

    /** Whether it is one of them. */
    static boolean isOne(String word) {
        return NAMES.containsKey(word);
    }

    /** As that one is compared; empty where it is none of them. */
    static String named(String word) {
        return NAMES.getOrDefault(word, "");
    }
}
