package org.safecontact.handle.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.handle.HandleRegister;
import org.springframework.stereotype.Component;

/** The registered manager, and nobody else, reads which reports name the same account, and says what is done. */
@Component
class DecideAboutAccount implements UserTaskWork {

    private final HandleRegister register;

    DecideAboutAccount(HandleRegister register) {
        this.register = register;
    }

    @Override
    public String taskKey() {
        return ToDos.DECIDE_ABOUT_ACCOUNT;
    }

    @Override
    public String recordedAs() {
        return "The same account: what is done";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        List<HandleRegister.Met> met = register.met(task.reference());
        return Map.of(
                "aboutWhom",
                aboutWhom(met),
                "reports",
                met.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private static String aboutWhom(List<HandleRegister.Met> met) {
        long children =
                met.stream().flatMap(each -> each.childId().stream()).distinct().count();
        boolean oneNotKnown = met.stream().anyMatch(each -> each.childId().isEmpty());
        return children + " children" + (oneNotKnown ? ", and in one where we do not know yet which child" : "");
    }

    private String line(HandleRegister.Met met) {
        String app = met.app().isEmpty() ? "" : ", in " + AsTyped.inText(oneLine(met.app()));
        return "- [%s](/safe-contact/c/%s), **%s**: %s%s. Written %s by %s."
                .formatted(
                        met.reference(),
                        met.reference(),
                        AsTyped.inText(register.label(met)),
                        AsTyped.inText(oneLine(met.written())),
                        app,
                        met.when(),
                        AsTyped.inText(met.by()));
    }

    private static String oneLine(String typed) {
        return typed.replaceAll("\\s+", " ");
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<String> followed = answers.many("followed");
        if (followed.contains("nothing") && followed.size() > 1) {
            throw new FormRefused("followed", "Please choose either nothing, or what is done.");
        }
        register.answered(task.reference(), answers.one("samePerson").orElseThrow(), task.by());
        return Map.of();
    }
}
