package org.safecontact.access.door;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.safecontact.agency.IfInDanger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the web server itself answers to a request that no page of ours ever sees, such as an address that is not one:
 * whom to ring, and what the browser may do, like every other page.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BareAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>Safe Contact</title></head>
            <body><h1>This did not work</h1>
            <p>The address was not right. Nothing was changed. %s</p>
            </body></html>
            """;

    private final ObjectProvider<IfInDanger> ifInDanger;

    BareAnswers(ObjectProvider<IfInDanger> ifInDanger) {
        this.ifInDanger = ifInDanger;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareAnswer()));
    }

    private final class BareAnswer extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                EveryAnswer.tell(response::setHeader, request.isSecure());
                response.setHeader("Cache-Control", "no-store");
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(PAGE.formatted(ifInDanger.getObject().sentence()));
                    response.finishResponse();
                }
            } catch (IOException gone) {
                container.getLogger().debug("Nobody waits for the answer any more");
            }
        }
    }
}
