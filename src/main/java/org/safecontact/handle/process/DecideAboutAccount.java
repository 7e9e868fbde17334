package org.safecontact.handle.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.Authors;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.engine.WrittenBefore;
import org.safecontact.handle.HandleRegister;
import org.safecontact.handle.SaidInReports;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Component;

/** The registered manager, and nobody else, reads which reports name the same account, and says what is done. */
@Component
class DecideAboutAccount implements UserTaskWork, WrittenBefore {

    private final HandleRegister register;
    private final SaidInReports said;
    private final CaseRecord record;
    private final Authors authors;

    DecideAboutAccount(HandleRegister register, SaidInReports said, CaseRecord record, Authors authors) {
        this.register = register;
        this.said = said;
        this.record = record;
        this.authors = authors;
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
        return offers(task.reference());
    }

    @Override
    public Map<String, Object> offersTo(ClosedTask task) {
        return offers(task.reference());
    }

    private Map<String, Object> offers(String find) {
        return Map.of("openReports", FormOptions.of(said.open(find)));
    }

    /** That they read it is kept first: what joins it in this moment they have not read, or read once more. */
    @Override
    public Map<String, Object> shown(OpenTask task) {
        if (!task.key().equals(taskKey())) {
            return Map.of();
        }
        task.person().map(authors::of).ifPresent(reader -> record.read(task.reference(), reader));
        List<HandleRegister.Met> met = register.met(task.reference());
        return Map.of(
                "whichAccounts",
                whichAccounts(met),
                "aboutWhom",
                aboutWhom(met),
                "reports",
                met.stream().map(this::line).collect(Collectors.joining("\n")),
                "awayButReading",
                awayButReading(said.readThough(task.reference())));
    }

    private static String whichAccounts(List<HandleRegister.Met> met) {
        long accounts = met.stream().map(HandleRegister.Met::account).distinct().count();
        return accounts == 1 ? "The same account stands" : "The same " + accounts + " accounts stand";
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

    private static String awayButReading(List<String> people) {
        return people.isEmpty()
                ? ""
                : people.stream()
                        .map(each -> "- " + AsTyped.inText(each))
                        .collect(Collectors.joining(
                                "\n",
                                "**Kept away from one of these reports, and reading another:**\n\n",
                                "\n\nWhat you write there, they read too."));
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
        if (register.hasMoreThanReadBy(task.reference(), task.by())) {
            throw new FormRefused(
                    "samePerson",
                    "This has changed since you opened it: another report, or another account, was found."
                            + " Please open it again from your list, read it, and send it from there. What you typed stays.");
        }
        register.answered(task.reference(), answers.one("samePerson").orElseThrow(), task.by());
        say(answers, task.by());
        return Map.of();
    }

    /** Of two managers who decide at once both are heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        say(answers, task.person());
    }

    private void say(Answers answers, String by) {
        answers.one("words").ifPresent(words -> said.say(answers.many("tell"), words, by));
    }
}
