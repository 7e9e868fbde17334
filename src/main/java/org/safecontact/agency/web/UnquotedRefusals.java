package org.safecontact.agency.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;

/**
 * Keeps what somebody sent out of the log: the framework warns of each request that it refuses by itself, and quotes it.
 * Its setting {@code log-resolved-exception} adds lines and takes none away.
 */
@Component
class UnquotedRefusals implements WebMvcConfigurer {

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        for (HandlerExceptionResolver resolver : resolvers) {
            if (resolver instanceof AbstractHandlerExceptionResolver refusing) {
                refusing.setWarnLogCategory("");
            }
        }
    }
}
