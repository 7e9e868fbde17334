package org.safecontact.engine.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safecontact.record.EntryKind;

/**
 * One field of a form that takes an answer.
 *
 * @param key name of the answer
 * @param type what kind of answer
 * @param label what a person reads beside it
 * @param required whether it must be answered when it is shown
 * @param limits what an answer must keep to
 * @param options the fixed answers to choose from; empty for fields without, or with options out of data
 * @param valuesKey where the options stand in the shown data; empty when they are fixed
 * @param narrowed which of the options out of data are offered; empty when all are
 * @param hiddenWhen the conditions, in FEEL, of which any hides it: its own and those of the groups around it
 * @param locked whether the answer may only be looked at
 * @param when {@code date}, {@code time} or {@code datetime} for a time, otherwise empty
 * @param tense on which side of now a time has to lie; empty for everything else
 * @param dates what a time dates of all that the form tells; empty for every other field
 * @param recordedAs what kind of statement the answer is in the case record; empty when it is not written there
 */
record Field(
        String key,
        FieldType type,
        String label,
        boolean required,
        Limits limits,
        List<Option> options,
        Optional<String> valuesKey,
        Optional<Narrowed> narrowed,
        List<String> hiddenWhen,
        boolean locked,
        String when,
        Optional<Tense> tense,
        Optional<Dates> dates,
        Optional<EntryKind> recordedAs) {

    /**
     * Offers the options whose property equals an answer.
     *
     * @param property of the options
     * @param question whose answer it is; that question stands before this one
     */
    record Narrowed(String property, String question) {}

    /**
     * What an answer must keep to; null means no limit, except for texts, which always have a longest length.
     *
     * @param shortest fewest characters of a text
     * @param longest most characters of a text
     * @param pattern what a text must contain, as a regular expression
     * @param least smallest number
     * @param most largest number
     * @param decimals most decimal digits of a number
     */
    record Limits(
            Integer shortest, int longest, Pattern pattern, BigDecimal least, BigDecimal most, Integer decimals) {}
}
