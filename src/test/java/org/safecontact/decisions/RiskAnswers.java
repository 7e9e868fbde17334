package org.safecontact.decisions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The answers that {@code risk-level} knows, from best to worst where they have an order. */
final class RiskAnswers {

    static final List<String> DANGER = List.of("no", "unsure", "yes");
    static final List<String> CONCERNS = List.of(
            "threats", "coercion", "grooming", "images", "crime", "exploitation", "extremism", "selfHarm", "unsure");
    static final List<String> DISCLOSED =
            List.of("address", "school", "liveLocation", "homePhoto", "carerDetails", "careStatus");
    static final List<String> KINDS =
            List.of("unexpected", "secretAccount", "hiddenApp", "unknownRequest", "sharedInformation");

    /** Every value of every input, {@code null} for not answered. */
    static final Map<String, List<Object>> ALL = all();

    private RiskAnswers() {}

    /** Everything answered, nothing worrying: rule 20. */
    static Map<String, Object> calm() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("immediateDanger", "no");
        answers.put("nearOrMeeting", "no");
        answers.put("threatToLife", "no");
        answers.put("concerns", List.of());
        answers.put("personRisk", "safe");
        answers.put("disclosed", List.of());
        answers.put("contactKind", "unexpected");
        answers.put("distress", "settled");
        answers.put("namedPerson", "none");
        answers.put("contactBarred", "no");
        answers.put("contactsInLast30Days", 0);
        return answers;
    }

    /** The calm report with some answers changed; a {@code null} takes an answer away. */
    static Map<String, Object> calmBut(Object... changes) {
        Map<String, Object> answers = calm();
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                answers.remove((String) changes[i]);
            } else {
                answers.put((String) changes[i], changes[i + 1]);
            }
        }
        return answers;
    }

    /**
     * Whether {@code worse} is worse than {@code better}, or as bad, as the contract orders the answers of an input.
     * Values without an order are comparable only with themselves.
     */
    static boolean ordered(String input, Object better, Object worse) {
        if (java.util.Objects.equals(better, worse)) {
            return true;
        }
        return switch (input) {
            case "immediateDanger",
                    "nearOrMeeting",
                    "threatToLife",
                    "contactBarred",
                    "imagesAggravated",
                    "childReplied" -> rank(DANGER, better, "unsure") <= rank(DANGER, worse, "unsure");
            case "namedPerson" -> named(better) < named(worse);
            case "personRisk" ->
                rank(List.of("safe", "unknown", "risky", "dangerous"), better, "unknown")
                        <= rank(List.of("safe", "unknown", "risky", "dangerous"), worse, "unknown");
            case "concerns" -> list(worse, List.of("unsure")).containsAll(list(better, List.of("unsure")));
            case "disclosed" -> better != null && worse != null && ((List<?>) worse).containsAll((List<?>) better);
            case "distress" ->
                better != null
                        && worse != null
                        && rank(List.of("settled", "unsettled", "marked"), better, "")
                                <= rank(List.of("settled", "unsettled", "marked"), worse, "");
            case "contactsInLast30Days" -> better != null && worse != null && (int) better <= (int) worse;
            // An older child is not safer by itself, yet no rule may punish a carer for knowing that it is older.
            case "childAge" -> better != null && worse != null && (int) better >= (int) worse;
            case "planCheck" ->
                rank(List.of("within", "silent", "unknown", "outside", "barred"), better, "unknown")
                        <= rank(List.of("within", "silent", "unknown", "outside", "barred"), worse, "unknown");
            default -> false;
        };
    }

    private static int rank(List<String> order, Object value, String whenMissing) {
        return order.indexOf(value == null ? whenMissing : value);
    }

    private static int named(Object value) {
        return value == null || "unsure".equals(value) ? 1 : "none".equals(value) ? 0 : 2;
    }

    private static List<?> list(Object value, List<?> whenMissing) {
        return value == null ? whenMissing : (List<?>) value;
    }

    private static Map<String, List<Object>> all() {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        for (String question : List.of("immediateDanger", "nearOrMeeting", "threatToLife")) {
            all.put(question, values("no", "unsure", "yes", null));
        }
        all.put("concerns", lists(CONCERNS));
        all.put("imagesAggravated", values("no", "unsure", "yes", null));
        all.put("personRisk", values("safe", "unknown", "risky", "dangerous", null));
        all.put("disclosed", lists(DISCLOSED));
        all.put(
                "contactKind",
                values("unexpected", "secretAccount", "hiddenApp", "unknownRequest", "sharedInformation", null));
        all.put("childReplied", values("no", "unsure", "yes", null));
        all.put("distress", values("settled", "unsettled", "marked", null));
        all.put("namedPerson", values("none", "unsure", "household", "worker", null));
        all.put("contactBarred", values("no", "unsure", "yes", null));
        all.put("planCheck", values("within", "silent", "unknown", "outside", "barred", null));
        all.put("childAge", values(0, 12, 13, 17, null));
        all.put("contactsInLast30Days", values(0, 2, 3, 9, null));
        return all;
    }

    private static List<Object> values(Object... values) {
        return Arrays.asList(values);
    }

    /** Every set of the words, and not answered. */
    private static List<Object> lists(List<String> words) {
        List<Object> lists = new ArrayList<>();
        for (int set = 0; set < 1 << words.size(); set++) {
            int chosen = set;
            lists.add(IntStream.range(0, words.size())
                    .filter(word -> (chosen >> word & 1) == 1)
                    .mapToObj(words::get)
                    .toList());
        }
        lists.add(null);
        return lists;
    }
}
