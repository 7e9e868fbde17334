package org.safecontact.wellbeing.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.Person;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.LooksOnRecord;
import org.safecontact.wellbeing.Schedules;
import org.springframework.stereotype.Component;

/** Nobody wrote how the child is: a worker rings and writes it down while they talk. No carer is asked for a reason. */
@Component
class CallAboutChild implements UserTaskWork {

    private final LookAnswers look;
    private final LookSentLate late;
    private final Schedules schedules;

    CallAboutChild(LookAnswers look, LookSentLate late, Schedules schedules) {
        this.look = look;
        this.late = late;
        this.schedules = schedules;
    }

    @Override
    public String taskKey() {
        return Names.CALL_ABOUT_CHILD;
    }

    @Override
    public String recordedAs() {
        return LooksOnRecord.ASKED_ON_THE_TELEPHONE;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new LinkedHashMap<>(look.show(task));
        shown.put("whom", whom(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        return look.keep(task, answers);
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(late.told(answers));
    }

    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        late.saidToo(task, answers);
    }

    @Override
    public boolean goesOn(ClosedTask task) {
        return late.goesOn(task);
    }

    /** Whom to ring; nobody of the home where nothing may reach it. */
    private String whom(String reference) {
        List<Person> carers = schedules.carersToAsk(reference);
        if (carers.isEmpty()) {
            return "whoever the registered manager agreed, **nobody of the home**";
        }
        return String.join(
                ", ",
                carers.stream()
                        .map(carer -> "%s [%s](tel:%s)"
                                .formatted(
                                        carer.name(),
                                        carer.telephone(),
                                        carer.telephone().replace(" ", "")))
                        .toList());
    }
}
