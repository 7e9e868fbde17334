package org.safecontact.engine;

/** What a person typed, for the texts of a form: there it is read as Markdown, and must look as it was typed and do nothing. */
public final class AsTyped {

    private AsTyped() {}

    /** @return the same words, with every sign that Markdown or HTML would act on made harmless */
    public static String inText(String typed) {
        return typed.replaceAll("\\p{Punct}", "\\\\$0");
    }
}
