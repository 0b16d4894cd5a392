"""Walks through the Step Functions API with boto3, as a Python program would. Ends with exit code 0 if all is as the service does it.

usage: walkthrough.py ENDPOINT SUFFIX, where the suffix makes names that nobody used before
"""
import json
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
RUN = sys.argv[2]
ROLE = "arn:aws:iam::111111111111:role/workflow"


def client(service, endpoint=ENDPOINT):
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="any",
        aws_secret_access_key="key",
        config=Config(inject_host_prefix=False, retries={"max_attempts": 1}),
    )


sfn = client("stepfunctions")


def create(name, states, **more):
    definition = {"StartAt": next(iter(states)), "States": states}
    made = sfn.create_state_machine(
        name=name + "-" + RUN, definition=json.dumps(definition), roleArn=ROLE, **more
    )
    return made["stateMachineArn"]


def finished(arn):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        execution = sfn.describe_execution(executionArn=arn)
        if execution["status"] != "RUNNING":
            return execution
        time.sleep(0.01)
    raise AssertionError("still running: " + arn)


def received(sqs, queue):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for message in sqs.receive_message(QueueUrl=queue).get("Messages", []):
            return message
        time.sleep(0.01)
    raise AssertionError("no message came to " + queue)


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return
    raise AssertionError("not refused: " + code)


def runs_a_function_that_is_busy_once():
    awslambda = client("lambda")
    behaviour = {
        "returns": {"paid.$": "$.amount"},
        "fails": [{"calls": "1", "error": "Payment.Busy"}],
    }
    awslambda.create_function(
        FunctionName="charge-" + RUN,
        Runtime="python3.12",
        Handler="none",
        Role=ROLE,
        Code={"ZipFile": json.dumps(behaviour).encode()},
    )
    machine = create(
        "charge",
        {
            "Charge": {
                "Type": "Task",
                "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge-" + RUN, "Payload.$": "$"},
                "OutputPath": "$.Payload",
                "Retry": [{"ErrorEquals": ["Payment.Busy"], "IntervalSeconds": 60}],
                "End": True,
            }
        },
    )
    started = sfn.start_execution(stateMachineArn=machine, input='{"amount": 7}')
    execution = finished(started["executionArn"])
    assert execution["status"] == "SUCCEEDED", execution
    assert json.loads(execution["output"]) == {"paid": 7}, execution

    pages = sfn.get_paginator("get_execution_history").paginate(
        executionArn=started["executionArn"], PaginationConfig={"PageSize": 3}
    )
    events = [event for page in pages for event in page["events"]]
    assert [event["id"] for event in events] == list(range(1, len(events) + 1))
    assert sum(event["type"] == "TaskFailed" for event in events) == 1, events
    waited = events[-1]["timestamp"] - events[0]["timestamp"]
    assert waited.total_seconds() >= 60, waited


def runs_an_express_workflow_at_once():
    machine = create("double", {"Wait": {"Type": "Wait", "Seconds": 30, "End": True}}, type="EXPRESS")
    answer = sfn.start_sync_execution(stateMachineArn=machine, input='{"n": 1}')
    assert answer["status"] == "SUCCEEDED", answer
    assert json.loads(answer["output"]) == {"n": 1}, answer


def lets_a_worker_do_the_work():
    activity = sfn.create_activity(name="pack-" + RUN)["activityArn"]
    machine = create("packing", {"Pack": {"Type": "Task", "Resource": activity, "End": True}})
    started = sfn.start_execution(stateMachineArn=machine, input='{"box": 1}')
    task = sfn.get_activity_task(activityArn=activity, workerName="python")
    assert json.loads(task["input"]) == {"box": 1}, task
    sfn.send_task_heartbeat(taskToken=task["taskToken"])
    sfn.send_task_success(taskToken=task["taskToken"], output='{"packed": true}')
    assert json.loads(finished(started["executionArn"])["output"]) == {"packed": True}


def stops_what_waits_for_somebody():
    sqs = client("sqs")
    queue = sqs.create_queue(QueueName="approvals-" + RUN)["QueueUrl"]
    machine = create(
        "approval",
        {
            "Ask": {
                "Type": "Task",
                "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": queue, "MessageBody": {"token.$": "$$.Task.Token"}},
                "End": True,
            }
        },
    )
    started = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    message = received(sqs, queue)
    assert json.loads(message["Body"])["token"]
    sfn.stop_execution(executionArn=started, error="Changed", cause="Not needed any more.")
    execution = finished(started)
    assert execution["status"] == "ABORTED", execution
    assert (execution["error"], execution["cause"]) == ("Changed", "Not needed any more.")


def reads_a_list_of_objects():
    s3 = client("s3", ENDPOINT + "/s3")
    bucket = "orders-" + RUN
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="a.csv", Body=b"id,total\n1,20\n2,30\n")
    assert s3.get_object(Bucket=bucket, Key="a.csv")["Body"].read().startswith(b"id,total")
    machine = create(
        "orders",
        {
            "Each": {
                "Type": "Map",
                "ItemReader": {
                    "Resource": "arn:aws:states:::s3:getObject",
                    "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                    "Parameters": {"Bucket": bucket, "Key": "a.csv"},
                },
                "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Keep",
                    "States": {"Keep": {"Type": "Pass", "End": True}},
                },
                "End": True,
            }
        },
    )
    execution = finished(sfn.start_execution(stateMachineArn=machine)["executionArn"])
    assert [order["total"] for order in json.loads(execution["output"])] == ["20", "30"], execution


def is_told_what_is_wrong_as_by_the_service():
    refused("InvalidDefinition", sfn.create_state_machine, name="x", definition="{}", roleArn=ROLE)
    refused("InvalidArn", sfn.describe_state_machine, stateMachineArn="nonsense")
    refused(
        "ExecutionDoesNotExist",
        sfn.describe_execution,
        executionArn="arn:aws:states:us-east-1:111111111111:execution:none:none",
    )


def changes_and_labels_a_state_machine():
    machine = create("released", {"A": {"Type": "Pass", "End": True}})
    other = {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": 2, "End": True}}}
    sfn.update_state_machine(stateMachineArn=machine, definition=json.dumps(other))
    execution = finished(sfn.start_execution(stateMachineArn=machine)["executionArn"])
    assert execution["output"] == "2", execution
    sfn.tag_resource(resourceArn=machine, tags=[{"key": "team", "value": "orders"}])
    assert sfn.list_tags_for_resource(resourceArn=machine)["tags"] == [{"key": "team", "value": "orders"}]
    sfn.untag_resource(resourceArn=machine, tagKeys=["team"])
    assert sfn.list_tags_for_resource(resourceArn=machine)["tags"] == []
    sfn.delete_state_machine(stateMachineArn=machine)


WALKS = [
    runs_a_function_that_is_busy_once,
    runs_an_express_workflow_at_once,
    lets_a_worker_do_the_work,
    stops_what_waits_for_somebody,
    reads_a_list_of_objects,
    is_told_what_is_wrong_as_by_the_service,
    changes_and_labels_a_state_machine,
]
for walk in WALKS:
    walk()
    print("done:", walk.__name__)
