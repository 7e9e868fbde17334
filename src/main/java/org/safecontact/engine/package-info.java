/**
 * Everything about running Camunda: what is deployed and under which name, what a form may send, what the engine
 * remembers, which expressions are evaluated, when jobs run, and what happens when something goes wrong.
 */
package org.safecontact.engine;
