package org.safecontact.engine;

import java.time.Clock;
import org.safecontact.engine.decision.RulesThatFired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that other rooms and the engine's own set-up share. */
@Configuration(proxyBeanMethods = false)
class EngineBeans {

    /** The one clock of the product; see {@link EngineClock}. */
    @Bean
    static Clock clock() {
        return new EngineClock();
    }

    @Bean
    static RulesThatFired rulesThatFired() {
        return new RulesThatFired();
    }
}
