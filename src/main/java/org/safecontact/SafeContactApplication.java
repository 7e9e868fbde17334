package org.safecontact;

import java.util.TimeZone;
import org.safecontact.record.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Safe Contact: what happens from the moment a carer reports contact that nobody planned until the case is closed. */
@SpringBootApplication
public class SafeContactApplication {

    /**
     * Starts the product.
     *
     * @param args settings as {@code --name=value}; without a datasource URL the demonstration starts; with
     *     {@code --safe-contact.verify} the record is verified instead
     */
    public static void main(String[] args) {
        // The engine stores times without a zone: every node and every season must mean the same by them.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (VerifyCommand.asked(args)) {
            System.exit(VerifyCommand.run(args));
        }
        SpringApplication.run(SafeContactApplication.class, args);
    }
}
