package org.safecontact.inform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.Hours;
import org.safecontact.incident.RiskLevel;

/** What {@code who-to-tell} is asked with (contract, section 4). */
record Situation(
        RiskLevel level,
        boolean failSafe,
        boolean canWait,
        Hours hours,
        boolean sswAvailable,
        List<String> excluded,
        Optional<String> namedPerson) {

    Map<String, Object> inputs(Purpose purpose) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("purpose", purpose.id());
        inputs.put("riskLevel", level.name());
        inputs.put("failSafe", failSafe);
        inputs.put("canWait", canWait);
        inputs.put("hours", hours.id());
        inputs.put("sswAvailable", sswAvailable);
        inputs.put("excluded", excluded);
        inputs.put("namedPerson", namedPerson.orElse(null));
        return inputs;
    }

    /** The same as if the open question were answered: whoever waits for the answer is told. */
    Situation answered() {
        return new Situation(level, false, canWait, hours, sswAvailable, excluded, namedPerson);
    }

    /** Whether somebody near the child is part of the worry, or may be, as somebody answered. */
    boolean named() {
        return namedPerson.filter(answer -> !answer.equals("none")).isPresent();
    }
}
