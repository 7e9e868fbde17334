package org.safecontact.engine.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.safecontact.agency.London;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.springframework.stereotype.Component;

/**
 * Checks a submission against the same form that the browser shows. What the browser checks is a courtesy to the
 * person; what is stored is decided here.
 */
@Component
class FormCheck {

    private static final int MOST_FIELDS = 200;
    private final Conditions conditions;
    private final Clock clock;

    FormCheck(Conditions conditions, Clock clock) {
        this.conditions = conditions;
        this.clock = clock;
    }

    /**
     * @param sent everything that was sent
     * @param shown the data that the form shows: options, prefilled answers
     * @return the answers to the fields that were asked, by key, in the form's order
     * @throws FormRefused with a message for each field that needs another look
     */
    Answers check(Form form, VariableMap sent, Map<String, Object> shown) {
        refuseUnknown(form, sent);
        Map<String, String> messages = new LinkedHashMap<>();
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            try {
                Optional<Object> answer = read(field, sent, shown, answers);
                answer.ifPresent(given -> requireTense(field, given));
                answer.ifPresent(given -> answers.put(field.key(), given));
            } catch (NotAcceptable e) {
                messages.put(field.key(), e.getMessage());
            }
        }
        Map<String, Object> present = present(form, answers, shown);
        for (Field field : form.fields()) {
            if (conditions.hide(field, present)) {
                refuseHidden(field, answers, messages);
            } else if (field.required() && !field.locked() && !messages.containsKey(field.key())) {
                requireAnswer(field, answers, messages);
            }
        }
        if (!messages.isEmpty()) {
            throw new FormRefused(messages);
        }
        return new Answers(answers);
    }

    /**
     * What can be read of a submission to a to-do that is gone; whatever cannot be read is left out.
     *
     * @param shown what the form offered, as far as that is still known
     */
    Answers readable(Form form, VariableMap sent, Map<String, Object> shown) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            try {
                read(field, sent, shown, answers).ifPresent(answer -> answers.put(field.key(), answer));
            } catch (NotAcceptable e) {
                // Nobody can correct it any more.
                continue;
            }
        }
        return new Answers(answers);
    }

    private static void refuseUnknown(Form form, VariableMap sent) {
        if (sent.size() > MOST_FIELDS || !form.byKey().keySet().containsAll(sent.keySet())) {
            throw new FormRefused("", FormWords.PAGE_CHANGED);
        }
    }

    private static Optional<Object> read(
            Field field, VariableMap sent, Map<String, Object> shown, Map<String, Object> answers) {
        if (!sent.containsKey(field.key())) {
            return Optional.empty();
        }
        Optional<Object> value = SentValue.of(field, sent.getValueTyped(field.key()));
        if (!field.locked()) {
            return AnswerReader.read(field, value, Options.of(field, shown, answers));
        }
        if (!isUntouched(value) && !sameAs(shown.get(field.key()), value.get())) {
            throw new NotAcceptable(FormWords.locked(field));
        }
        return Optional.empty();
    }

    /** Nobody has done tomorrow what they say that they did, and nobody promises something for yesterday. */
    private void requireTense(Field field, Object answer) {
        if (field.tense().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Answers given = new Answers(Map.of(field.key(), answer));
        int side = field.when().equals("datetime")
                ? given.instant(field.key()).orElseThrow().compareTo(now)
                : given.date(field.key()).orElseThrow().compareTo(LocalDate.ofInstant(now, London.ZONE));
        if (field.tense().get() == Tense.PAST && side > 0) {
            throw new NotAcceptable(FormWords.notYet(field));
        }
        if (field.tense().get() == Tense.FUTURE && side < 0) {
            throw new NotAcceptable(FormWords.over(field));
        }
    }

    private static void refuseHidden(Field field, Map<String, Object> answers, Map<String, String> messages) {
        boolean answered = !isUntouched(Optional.ofNullable(answers.remove(field.key())));
        if (answered || messages.containsKey(field.key())) {
            messages.put(field.key(), FormWords.notAsked(field));
        }
    }

    private static void requireAnswer(Field field, Map<String, Object> answers, Map<String, String> messages) {
        Object answer = answers.get(field.key());
        if (answer == null || Boolean.FALSE.equals(answer)) {
            messages.put(field.key(), FormWords.required(field));
        }
    }

    /** What conditions see: shown data, and each field's answer or what form-js holds for an untouched field. */
    private static Map<String, Object> present(Form form, Map<String, Object> answers, Map<String, Object> shown) {
        Map<String, Object> present = new HashMap<>(shown);
        for (Field field : form.fields()) {
            Object untouched = field.locked()
                    ? shown.getOrDefault(field.key(), field.type().untouched())
                    : field.type().untouched();
            present.put(field.key(), answers.getOrDefault(field.key(), untouched));
        }
        return present;
    }

    private static boolean isUntouched(Optional<Object> value) {
        return value.isEmpty()
                || "".equals(value.get())
                || Boolean.FALSE.equals(value.get())
                || value.get() instanceof Collection<?> list && list.isEmpty();
    }

    private static boolean sameAs(Object shown, Object sent) {
        return shown instanceof Collection<?> list && sent instanceof Collection<?> other
                ? List.copyOf(list).equals(List.copyOf(other))
                : Objects.toString(shown, "").equals(sent.toString());
    }
}
