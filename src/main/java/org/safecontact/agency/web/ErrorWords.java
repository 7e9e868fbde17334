package org.safecontact.agency.web;

import java.time.Clock;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.WebRequest;

/**
 * What the page of last resort shows: whom to ring, also when nothing else works (contract, section 5, rule 4). Says
 * nothing about what went wrong inside.
 */
@Component
class ErrorWords extends DefaultErrorAttributes {

    private final Agency agency;
    private final Environment environment;
    private final Clock clock;

    ErrorWords(Agency agency, Environment environment, Clock clock) {
        this.agency = agency;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> words = super.getErrorAttributes(request, options);
        words.put("demonstration", environment.acceptsProfiles(Profiles.of("demo")));
        words.put("dutyTelephone", dutyTelephone());
        return words;
    }

    private String dutyTelephone() {
        try {
            return agency.dutyTelephone(clock.instant());
        } catch (DataAccessException | TransactionException databaseIsDown) {
            return "";
        }
    }
}
