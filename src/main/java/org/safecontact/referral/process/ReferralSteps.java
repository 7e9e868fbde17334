package org.safecontact.referral.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.referral.Referrals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagram, each one sentence. */
@Configuration
class ReferralSteps {

    @Bean
    @InDiagrams
    JavaDelegate tellManagerNotAsked(Referrals referrals, ReferralWaits waits) {
        return execution -> {
            referrals.notAskedInTime(ExternalReferral.referral(execution));
            waits.say(execution, Role.REGISTERED_MANAGER);
        };
    }

    @Bean
    @InDiagrams
    JavaDelegate askForAnswer(ReferralWaits waits) {
        return execution -> waits.say(execution);
    }

    @Bean
    @InDiagrams
    JavaDelegate sayReferralWaits(ReferralWaits waits) {
        return waits::sayAgain;
    }
}
