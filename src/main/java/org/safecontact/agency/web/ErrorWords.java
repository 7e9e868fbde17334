package org.safecontact.agency.web;

import java.util.Map;
import org.safecontact.agency.IfInDanger;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * What the page of last resort shows: whom to ring, also when nothing else works (contract, section 5, rule 4). Says
 * nothing about what went wrong inside.
 */
@Component
class ErrorWords extends DefaultErrorAttributes {

    private final IfInDanger ifInDanger;
    private final Environment environment;

    ErrorWords(IfInDanger ifInDanger, Environment environment) {
        this.ifInDanger = ifInDanger;
        this.environment = environment;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> words = super.getErrorAttributes(request, options);
        words.put("demonstration", environment.acceptsProfiles(Profiles.of("demo")));
        words.put("dutyTelephone", ifInDanger.dutyTelephone());
        return words;
    }
}
