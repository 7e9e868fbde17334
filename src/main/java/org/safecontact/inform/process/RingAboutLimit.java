package org.safecontact.inform.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.inform.AuthorityRung;
import org.safecontact.inform.LimitTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A phone was taken, or an app limited: the call to the child's social worker begins (practice, section 4). */
@Component
class RingAboutLimit implements AuthorityRung {

    private final LimitTold told;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    RingAboutLimit(LimitTold told, ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.told = told;
        this.runtime = runtime;
        this.person = person;
    }

    @Override
    public void aboutLimit(String reference, String call, Optional<Instant> began, Instant end) {
        person.asTheHouse(() -> Sending.start(told.tell(reference, call, began, end), runtime.getObject()));
    }
}
