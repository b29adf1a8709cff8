"""server.py FOLDER CERTIFICATE [plain|implicit]: a mail server on a free port of this machine, for
tests. It writes its port to FOLDER/port, each letter it takes to FOLDER/taken/N.eml, and a line
«ADDRESS MESSAGE-ID» to FOLDER/log; and goes on until it is killed. It offers STARTTLS with
CERTIFICATE (plain: it does not; implicit: TLS from the start), and wants AUTH, as «user», «s3cret».

How it treats a recipient is told by the first word of the address:
  refuse-  550 at RCPT            grey-    451 at RCPT, the first time
  later-   451 at RCPT, always    content- 554 after the data
  cut-     hangs up amid the data, the first time
  after-   takes the letter and hangs up without a word, the first time
  stall-   says nothing at RCPT, the first time
  bye-     421 at RCPT and hangs up, the first time"""
import base64
import itertools
import os
import re
import socketserver
import ssl
import sys
import threading
import time

folder, certificate = sys.argv[1:3]
how = sys.argv[3] if len(sys.argv) > 3 else ''
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate)
lock = threading.Lock()
seen = set()
numbers = itertools.count(1)
os.makedirs(folder + '/taken', exist_ok=True)
log = open(folder + '/log', 'a', buffering=1)


class HungUp(Exception):
    pass


def first_time(address):
    with lock:
        new = address not in seen
        seen.add(address)
        return new


def take(address, data):
    name = re.search(rb'^Message-ID: <(.*)>\r$', data, re.M).group(1).decode()
    with lock:
        with open(f'{folder}/taken/{next(numbers)}.eml', 'wb') as f:
            f.write(data)
        log.write(f'{address} {name}\n')


class Handler(socketserver.BaseRequestHandler):
    def say(self, line):
        self.request.sendall(line.encode() + b'\r\n')

    def line(self):
        while b'\r\n' not in self.buffer:
            got = self.request.recv(65536)
            if not got:
                raise HungUp
            self.buffer += got
        line, _, self.buffer = self.buffer.partition(b'\r\n')
        return line.decode()

    def data(self, address):
        self.say('354 go on')
        while b'\r\n.\r\n' not in self.buffer:
            got = self.request.recv(65536)
            if not got or (address.startswith('cut-') and first_time(address)):
                raise HungUp
            self.buffer += got
        data, _, self.buffer = self.buffer.partition(b'\r\n.\r\n')
        return re.sub(rb'(?m)^\.', b'', data + b'\r\n')

    def recipient(self, address):
        word = address.split('-')[0]
        if word == 'refuse':
            return self.say('550 5.1.1 no such user')
        if word == 'later' or (word == 'grey' and first_time(address)):
            return self.say('451 4.7.1 come back later')
        if word == 'stall' and first_time(address):
            time.sleep(60)
            raise HungUp
        if word == 'bye' and first_time(address):
            self.say('421 4.3.2 closing')
            raise HungUp
        self.address = address
        self.say('250 2.1.5 fine')

    def letter(self):
        data = self.data(self.address)
        if self.address.startswith('content-'):
            return self.say('554 5.6.0 not this')
        take(self.address, data)
        if self.address.startswith('after-') and first_time(self.address):
            raise HungUp
        self.say('250 2.0.0 taken')

    def command(self, line):
        word = line.split()[0].upper()
        if word == 'EHLO':
            offer = [] if self.safe or how == 'plain' else ['250-STARTTLS']
            offer += ['250-AUTH PLAIN'] if self.safe else []
            for each in ['250-server.example'] + offer + ['250 8BITMIME']:
                self.say(each)
        elif word == 'STARTTLS':
            self.say('220 go on')
            self.request = context.wrap_socket(self.request, server_side=True)
            self.safe = True
        elif word == 'AUTH':
            secret = line.split()[2] if len(line.split()) > 2 else (self.say('334 '), self.line())[1]
            self.known = base64.b64decode(secret) == b'\0user\0s3cret'
            self.say('235 2.7.0 welcome' if self.known else '535 5.7.8 who are you')
        elif word == 'MAIL':
            self.say('250 2.1.0 fine' if self.known else '530 5.7.0 who are you')
        elif word == 'RCPT':
            self.recipient(re.search('<(.*)>', line).group(1))
        elif word == 'DATA':
            self.letter()
        elif word == 'QUIT':
            self.say('221 2.0.0 bye')
            raise HungUp
        else:
            self.say('250 2.0.0 fine')

    def handle(self):
        self.buffer, self.safe, self.known = b'', how == 'implicit', False
        try:
            if self.safe:
                self.request = context.wrap_socket(self.request, server_side=True)
            self.say('220 server.example ESMTP')
            while True:
                self.command(self.line())
        except (HungUp, OSError, ssl.SSLError):
            self.request.close()


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64


server = Server(('127.0.0.1', 0), Handler)
with open(folder + '/port.new', 'w') as f:
    f.write(str(server.server_address[1]))
os.rename(folder + '/port.new', folder + '/port')
server.serve_forever()
