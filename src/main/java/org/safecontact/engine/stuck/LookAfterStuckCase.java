package org.safecontact.engine.stuck;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** {@code caseIsStuck}: duty does by hand what did not happen by itself, and rings technical help. */
@Component
class LookAfterStuckCase implements UserTaskWork {

    private final StuckCases stuckCases;
    private final Agency agency;
    private final HumanTime time;

    LookAfterStuckCase(StuckCases stuckCases, Agency agency, HumanTime time) {
        this.stuckCases = stuckCases;
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return "caseIsStuck";
    }

    @Override
    public String recordedAs() {
        return "Done by hand, because it did not happen by itself";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return Map.of(
                "what",
                stuckCases.whatWasDue(task.variables()),
                "since",
                time.full(task.createdAt()),
                "help",
                technicalHelp());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        return Map.of("caseGoesOn", answers.one("caseGoesOn").orElse("no"));
    }

    private String technicalHelp() {
        List<Person> administrators = agency.holdersOf(Role.ADMINISTRATOR);
        String numbers = administrators.stream()
                .filter(person -> !person.telephone().isBlank())
                .map(person -> person.name() + ", " + person.telephone())
                .collect(Collectors.joining("; "));
        return numbers.isEmpty() ? "whoever looks after Safe Contact for the agency" : numbers;
    }
}
