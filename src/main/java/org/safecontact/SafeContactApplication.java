package org.safecontact;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SafeContactApplication {

    public static void main(String[] args) {
        SpringApplication.run(SafeContactApplication.class, args);
    }
}
