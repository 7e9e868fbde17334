package org.safecontact.wellbeing.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class WellbeingSteps {

    /** Takes the look that is due; none when it is not wanted any more. */
    @Bean
    @InDiagrams
    JavaDelegate openLook(Wellbeing wellbeing) {
        return execution -> execution.setVariable(
                Names.LOOK,
                wellbeing.take(Names.schedule(execution)).map(Look::id).orElse(null));
    }

    @Bean
    @InDiagrams
    JavaDelegate noteMissedLook(Wellbeing wellbeing) {
        return execution -> wellbeing.missed(Names.look(execution));
    }
}
