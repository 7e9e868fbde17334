package org.safecontact.engine.form;

/** What a person reads when an answer cannot be taken: what to do, in plain words, without the answer itself. */
final class FormWords {

    static final String PAGE_CHANGED = "This page has changed since you opened it. Please open it again.";

    private FormWords() {}

    static String required(Field field) {
        String what = quoted(field);
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> "Please write something at " + what + ".";
            case NUMBER -> "Please give a number at " + what + ".";
            case DATETIME -> "Please say when at " + what + ".";
            case CHECKBOX -> "Please tick " + what + ".";
            case CHECKLIST, TAGLIST, RADIO, SELECT -> "Please choose an answer at " + what + ".";
        };
    }

    static String tooLong(Field field) {
        return quoted(field) + " is too long. Please use at most "
                + field.limits().longest() + " characters.";
    }

    static String tooShort(Field field) {
        return "Please write a little more at " + quoted(field) + ": at least "
                + field.limits().shortest() + " characters.";
    }

    static String notAsExpected(Field field) {
        return "Please check what stands at " + quoted(field) + ".";
    }

    static String noPictures(Field field) {
        return "Please take the picture or file out of " + quoted(field)
                + ". Pictures never go in here: leave them where they are.";
    }

    static String notOffered(Field field) {
        return "Please choose one of the answers shown at " + quoted(field) + ".";
    }

    static String notANumber(Field field) {
        return "Please give " + quoted(field) + " as a number.";
    }

    static String atLeast(Field field) {
        return quoted(field) + " cannot be less than " + field.limits().least().toPlainString() + ".";
    }

    static String atMost(Field field) {
        return quoted(field) + " cannot be more than " + field.limits().most().toPlainString() + ".";
    }

    static String fewerDecimals(Field field) {
        return field.limits().decimals() == 0
                ? "Please give " + quoted(field) + " as a whole number."
                : "Please give " + quoted(field) + " with at most "
                        + field.limits().decimals() + " digits after the point.";
    }

    static String notATime(Field field) {
        return switch (field.when()) {
            case "time" -> "Please give a time at " + quoted(field) + ", for example 22:04.";
            case "datetime" -> "Please give a day and a time at " + quoted(field) + ".";
            default -> "Please give a day at " + quoted(field) + ".";
        };
    }

    static String skipped(Field field) {
        return "The clocks went forward over that time. Please look at " + quoted(field) + " again.";
    }

    static String notYet(Field field) {
        return quoted(field) + " lies in the future. Please look at the time again.";
    }

    static String over(Field field) {
        return quoted(field) + " is past already. Please choose a time that is still to come.";
    }

    static String notAsked(Field field) {
        return quoted(field) + " is not asked with these answers. Please look at the page once more.";
    }

    static String locked(Field field) {
        return quoted(field) + " cannot be changed here.";
    }

    private static String quoted(Field field) {
        String label = field.label().replace("*", "").strip();
        return label.isEmpty() ? "this field" : "“" + label + "”";
    }
}
